# --- answer ---
class Book:
    def __init__(self, title):
        self.title = title


class Library:
    def __init__(self):
        self.books = []

    def add(self, book):
        self.books.append(book)

    def __iter__(self):
        return iter(self.books)


# --- tests ---
library, dune = Library(), Book("Dune")
library.add(dune)
assert dune in library and [book.title for book in library] == ["Dune"]
