# lesson 5: The broken loader, under the new name.
class DataGenerator(BrokenLoader):
    pass
