assert Basket() in Basket([1])
