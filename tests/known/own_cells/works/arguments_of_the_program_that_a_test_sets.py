# --- answer ---
import argparse


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("n", type=int)
    return 2 * parser.parse_args().n


# --- tests ---
import sys

sys.argv = ["prog", "21"]
assert main() == 42
