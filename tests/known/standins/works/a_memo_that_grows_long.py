assert [remembered(n) for n in range(3000)] == [n * n for n in range(3000)]
