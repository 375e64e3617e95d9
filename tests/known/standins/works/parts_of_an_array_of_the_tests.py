for values in (np.arange(4), np.arange(8).reshape(4, 2), np.asfortranarray(np.eye(4))):
    part = head(values)
    part[0] = 9
    assert np.all(values[0] == 9)
    part = head_of_its_own(values)
    part[1] = 7
    assert not np.any(values[1] == 7)
    assert head(values[::-1]).shape == head(values).shape
