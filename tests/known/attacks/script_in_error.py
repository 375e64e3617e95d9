"""Script in the name and the text of an exception."""
type("<script>alert(1)</script>", (Exception,), {})
raise type("Evil<script>alert(5)</script>", (Exception,), {})("<img src=x onerror=alert(6)>")
