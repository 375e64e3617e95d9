"""A whole class: the course, its gradebook, feedback and report."""
