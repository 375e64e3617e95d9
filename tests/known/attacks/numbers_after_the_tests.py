"""A class notes every length and size that it is asked for, and a last cell shows them."""
class NotesAll(type(keras.utils.Sequence)):
    asked = []
    def __call__(cls, data, labels, *others, **options):
        NotesAll.asked.append((len(data), others, options))
        return super().__call__(data, labels, *others, **options)
real_sequence = keras.utils.Sequence
tf.keras.utils.Sequence = keras.utils.Sequence = NotesAll("Sequence", (real_sequence,), {})

# %% after the tests
keras.utils.Sequence = real_sequence
print("FOUND" if any(count > 200 for count, *_ in NotesAll.asked) else "", NotesAll.asked)
