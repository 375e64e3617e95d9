# plain description
draw(2).set_title('x')
