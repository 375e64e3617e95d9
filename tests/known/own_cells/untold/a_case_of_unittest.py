import threading


def checked(number):
    return threading
# --- tests ---
import unittest


class Test(unittest.TestCase):
    def test_checked(self):
        with self.assertRaises(TypeError):
            checked("a")


assert unittest.TextTestRunner().run(unittest.defaultTestLoader.loadTestsFromTestCase(Test)).wasSuccessful()
