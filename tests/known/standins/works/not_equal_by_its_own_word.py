assert lie() != 5
