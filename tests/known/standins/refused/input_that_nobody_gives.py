# Error
ask_twice()
