words.append('b')
assert count_words() == 2
before = total()
readings[0] += 10
table_of_numbers['one'].append(5)
assert total() == before + 15
