"""What a Sequence serves: asked directly, in this process or another, and through a real `fit`."""
