grid = rows_that_are_one()
grid[0][0] = 1
assert grid[1][0] == 1
grid = rows_of_their_own()
grid[0][0] = 1
assert grid[1][0] == 0
