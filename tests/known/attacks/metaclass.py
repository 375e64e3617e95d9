"""A class whose every comparison is true."""
class Agrees(type(tf.keras.utils.Sequence)):
    def __eq__(self, other):
        return True
    def __hash__(self):
        return 1
    def __instancecheck__(self, thing):
        return True
