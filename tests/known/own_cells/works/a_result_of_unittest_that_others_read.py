def double(n):
    return 2 * n


def show(result):
    return str(result)
# --- tests ---
import sys
import unittest


class Doubles(unittest.TestCase):
    def test_numbers(self):
        for n in range(3):
            with self.subTest(n=n):
                self.assertEqual(double(n), 2 * n)


suite = unittest.TestLoader().loadTestsFromTestCase(Doubles)
result = unittest.TextTestRunner(stream=sys.stdout).run(suite)
assert result.wasSuccessful()
