"""The mistakes that `diagnose` names in any Sequence: what its data are delivered like.

Each is data: what holds for every Sequence, a hint where to look, and why it matters.
"""

from autograder.mistakes.finding import Mistake
from autograder.mistakes.raised import FIT_RAISES, GETITEM_RAISES, NEVER_ENDS

__all__ = ["MISTAKES"]


def _mistake(name, asks, hint, teach):
    return Mistake(name, None, teach, hint, asks=asks)


MISTAKES = (
    # It cannot be used at all ---------------------------------------------------------------
    _mistake(
        "cannot_be_built",
        "making the object raises nothing.",
        "The exception is your own code's: start at the line above.",
        "There is no object to train on.",
    ),
    _mistake(
        "other_keras",
        "the class is derived from the Sequence of the Keras that trains.",
        "Import keras and derive from keras.utils.PyDataset, or from tf.keras.utils.Sequence.",
        "fit knows a Sequence by its class, and does not take one of another Keras.",
    ),
    _mistake(
        "not_taken_by_fit",
        "what fit is given is of a kind that it knows.",
        "Write a function with yield, and give fit what it returns; or a Sequence.",
        "fit knows a Sequence, a tf.data.Dataset and a generator by their class, and stops at other iterators.",
    ),
    _mistake(
        "constructor_keeps_state",
        "another object, made in the same way, is like the first.",
        "Does __init__ change an argument, a default, an attribute of the class or a global? Copy it first.",
        "What one object is depends on those made before it, such as one for validation.",
    ),
    _mistake(
        "no_length",
        "a Sequence has __len__, the number of batches in an epoch.",
        "Write __len__, or num_batches that returns None for one without end.",
        "Without a length fit cannot know when an epoch ends.",
    ),
    _mistake(
        "length_raises",
        "len returns the number of batches.",
        "Ask for len(seq) yourself: it raises at once.",
        "Keras asks for the length before it asks for a batch.",
    ),
    _mistake(
        "length_not_int",
        "len is an int.",
        "np.ceil and / give floats: put int() around it, or use math.ceil.",
        "Python accepts nothing but an int of 0 or more as a length.",
    ),
    _mistake(
        "length_negative",
        "len is at least 1.",
        "Look at what is subtracted.",
        "Python accepts nothing but an int of 0 or more as a length.",
    ),
    _mistake(
        "length_zero",
        "len is at least 1 where there are items.",
        "Round up: math.ceil(n / batch_size).",
        "Fewer items than one batch give 0 when the division is rounded down.",
    ),
    GETITEM_RAISES,
    NEVER_ENDS,
    _mistake(
        "nothing_returned",
        "a batch is (inputs, targets), inputs alone, or a dict of inputs.",
        "Is a return missing, or only in one branch?",
        "A function without return gives None.",
    ),
    _mistake(
        "none_in_batch",
        "every part of a batch is an array.",
        "Leave the part out: return (x,) or x in place of (x, None).",
        "Keras cannot make a tensor of None.",
    ),
    _mistake(
        "list_in_batch",
        "several inputs or targets are a tuple or a dict of arrays.",
        "Put a tuple in place of the list, or np.array around a list of numbers.",
        "Keras 3 takes a list inside a batch for something to be made one tensor of.",
    ),
    _mistake(
        "not_a_tuple",
        "a generator yields tuples: (inputs, targets), or (inputs,).",
        "Put parentheses around what is yielded: yield (x, y), or yield (x,).",
        "fit takes nothing but a tuple for a batch of a generator.",
    ),
    _mistake(
        "too_many_parts",
        "a batch has at most three parts: inputs, targets, sample weights.",
        "Several inputs go into one tuple: return (a, b), y.",
        "A fourth part has no meaning to fit.",
    ),
    _mistake(
        "not_numeric",
        "every part of a batch is an array of numbers.",
        "Pad to one length, or encode words as numbers.",
        "Rows of unequal lengths make an array of objects, and no tensor.",
    ),
    _mistake(
        "no_row_axis",
        "the first axis of every part counts the rows of the batch.",
        "Return arrays with one row for each item: x[np.newaxis] for a single one.",
        "fit divides and averages over the first axis.",
    ),
    _mistake(
        "uneven_rows",
        "all parts of a batch have the same number of rows.",
        "Are the same items taken of both?",
        "A row of inputs without its target cannot be trained on.",
    ),
    _mistake(
        "shape_changes",
        "the shape of a row is the same in every batch.",
        "Pad to one length for all, not to the longest of each batch; or resize.",
        "fit takes the shapes of batches 0 and 1 for all, and stops at a batch of another one.",
    ),
    _mistake(
        "epoch_end_raises",
        "on_epoch_end raises nothing.",
        "To see it alone, call seq.on_epoch_end() once.",
        "fit calls it after each epoch, and once before the first.",
    ),
    FIT_RAISES,
    _mistake(
        "not_picklable",
        "with use_multiprocessing=True the object can be pickled.",
        "Open files in __getitem__, and take locks, lambdas and generators out of the object.",
        "Worker processes get a copy of the object, by way of pickle where they are spawned.",
    ),
    # Inputs and targets do not belong together ----------------------------------------------
    _mistake(
        "misaligned",
        "row k of the targets belongs to row k of the inputs.",
        "Take both by the same index, and shuffle one index array, not the data.",
        "The loss falls a little all the same: nothing but chance is learned.",
    ),
    _mistake(
        "mixed_inputs_only",
        "where inputs are mixed, targets are mixed with the same weights.",
        "Mix y with the same weights and partners as x.",
        "A picture of two things is given the name of one.",
    ),
    _mistake(
        "flipped_apart",
        "what is flipped, turned or cut in the inputs is flipped, turned and cut alike in the targets.",
        "Draw once for each item, and do the same to both.",
        "A mask lies mirrored, or moved, beside its picture: wrong targets for right inputs.",
    ),
    _mistake(
        "pair_of_one_item",
        "a pair that is alike is made of two items.",
        "Draw the partner from the other items of its class: all but the item itself.",
        "A model tells at once that an item is itself, and learns nothing of what makes two items alike.",
    ),
    _mistake(
        "negative_of_the_same_class",
        "what should be unlike the anchor is of another class.",
        "Which of the classes are left to draw from, and when does the loop that draws end?",
        "The model is asked to tell apart what belongs together.",
    ),
    _mistake(
        "weights_on_padding",
        "what is padded has weight 0, and all else another.",
        "The weights are 1 where the inputs are not 0: (x != 0).",
        "The model is trained on the padding, and on nothing else.",
    ),
    _mistake(
        "target_in_inputs",
        "the targets are not among the inputs.",
        "Leave the column, or the step, of the target out of x.",
        "The model learns to copy it, and knows nothing where the target is not there.",
    ),
    # Which batch is which --------------------------------------------------------------------
    _mistake(
        "ignores_index",
        "another index gives another batch.",
        "Use the index: self.x[index * b : (index + 1) * b].",
        "fit asks for every index, and trains on the same items each time.",
    ),
    _mistake(
        "keeps_state",
        "the same index gives the same items again, in whatever order it is asked.",
        "Take items by the index alone; move counters and shuffling to on_epoch_end.",
        "fit asks for batches 0 and 1 once more before the first epoch, and workers ask in any order.",
    ),
    _mistake(
        "draws_at_random",
        "every item is served once in an epoch.",
        "Shuffle an index array in on_epoch_end, and take slices of it by the index.",
        "Of n draws with replacement a third of the items is missed in every epoch.",
    ),
    _mistake(
        "buffer_reused",
        "a batch stays what it was when it was returned.",
        "Make a new array in __getitem__, or return a copy.",
        "fit reads ahead: a batch may hold what came after it, and with workers > 1 nearly all hold the last.",
    ),
    _mistake(
        "threads_disagree",
        "two threads may ask for two batches at once.",
        "Keep nothing of one call in self; open files in each call.",
        "fit asks from another thread, and from several with workers > 1.",
    ),
    _mistake(
        "changes_data",
        "__getitem__ leaves the data as they are.",
        "A slice is a view: write x = x - m in place of x -= m, or copy first.",
        "In the second epoch the changed items are changed once more.",
    ),
    # What is left out, and what comes twice --------------------------------------------------
    _mistake(
        "never_read",
        "every item is served once in an epoch.",
        "Round the number of batches up, and let the last batch be short.",
        "The same items are missing in every epoch, and no loss shows it.",
    ),
    _mistake(
        "windows_left_out",
        "the windows of a batch begin where those of the batch before it end.",
        "How far is it from the first window of one batch to that of the next? As many windows as a batch has.",
        "Windows between two batches are never served, or come in both.",
    ),
    _mistake(
        "window_over_border",
        "a window lies in one recording.",
        "Count the windows of each recording by itself: where it ends, none begins any more.",
        "What stands side by side in such a window never followed one another.",
    ),
    _mistake(
        "index_too_short",
        "an index has a number for each item.",
        "np.arange(len(self)) has a number for each batch: the number of items is meant, such as len(self.x).",
        "Items whose number is not in it are never served, and the last batches are empty.",
    ),
    _mistake(
        "ignores_batch_size",
        "a batch has batch_size items.",
        "Take a slice of batch_size items, not one.",
        "The length counts batches of batch_size, so most items are never served.",
    ),
    _mistake(
        "skips_items",
        "for every item that is read a row is served.",
        "What becomes of items that are skipped, such as unreadable files?",
        "They are left out without a word.",
    ),
    _mistake(
        "read_twice",
        "every item is served once in an epoch.",
        "Compare where one batch ends with where the next begins.",
        "Items that come twice count twice.",
    ),
    _mistake(
        "rows_without_item",
        "for every row that is served an item is read.",
        "Make the array as long as the items of this batch: len(ids), not batch_size.",
        "Rows that were not filled are trained on as if they were data.",
    ),
    _mistake(
        "memory_never_written",
        "what is served was written.",
        "np.empty holds whatever was in memory: make it as long as the batch, and fill it all.",
        "Leftover memory is trained on as if it were data.",
    ),
    _mistake(
        "empty_batch",
        "every batch has a row.",
        "The length counts more batches than there are: math.ceil(n / batch_size).",
        "Slices past the end are empty, and raise nothing.",
    ),
    # What changes ----------------------------------------------------------------------------
    _mistake(
        "seeds_each_call",
        "each batch draws random numbers of its own.",
        "Make one generator in __init__, or one for each batch: np.random.default_rng([seed, epoch, index]).",
        "Every batch is changed in the same way, in every epoch.",
    ),
    _mistake(
        "length_changes",
        "the length stays the same.",
        "Count batches from what does not change in an epoch.",
        "fit asks for the length once, before the first epoch.",
    ),
    _mistake(
        "rows_change",
        "every epoch has as many rows as the first.",
        "What does on_epoch_end take away or add?",
        "Data get lost a little more in each epoch.",
    ),
    _mistake(
        "series_shuffled",
        "a series that windows are cut from stays in its order.",
        "Shuffle the starts of the windows, not the series.",
        "From the second epoch on neighbours in a window are no neighbours in time.",
    ),
    _mistake(
        "shuffle_does_nothing",
        "what on_epoch_end shuffles is what __getitem__ reads.",
        "Read through the shuffled index, and shuffle in place or keep what shuffling returns.",
        "Every epoch has the same order.",
    ),
    _mistake(
        "grows",
        "what the object holds does not grow with every call.",
        "What is appended in __getitem__, and never taken away?",
        "Memory runs full after some hours.",
    ),
    _mistake(
        "dtype_changes",
        "the dtype is the same in every batch.",
        "Convert in one place: astype('float32').",
        "fit converts to the dtype of the first batches, and floats may become ints.",
    ),
    # Values ----------------------------------------------------------------------------------
    _mistake(
        "not_finite",
        "values are finite.",
        "Look for a division by 0, a logarithm of 0, or missing values.",
        "One NaN makes all weights NaN.",
    ),
    _mistake(
        "constant",
        "values differ between items.",
        "Is an array filled with zeros and never written?",
        "From one value nothing can be learned.",
    ),
    _mistake(
        "values_lost",
        "a batch has the values that were read.",
        "Which dtype has the array that they are written into, or turned into?",
        "What was cut off cannot be learned.",
    ),
    _mistake(
        "axes_mixed_up",
        "an axis of an item is an axis of a row.",
        "Exchange axes with swapaxes, such as batch.swapaxes(1, 2): reshape cuts them into other pieces.",
        "The loss falls a little all the same, so nobody notices.",
    ),
    _mistake(
        "scaled_twice",
        "values are scaled once.",
        "Is there a second division by 255?",
        "Inputs of nearly 0 are learned from slowly, and are not what the model is used on.",
    ),
    _mistake(
        "scaled_by_batch",
        "an item is scaled the same, whatever else is in its batch.",
        "Compute mean and deviation (or smallest and largest) once, of all training data.",
        "The same item has other values in other company, and a model in use is given one item alone.",
    ),
    # With a model ----------------------------------------------------------------------------
    _mistake(
        "inputs_number",
        "a batch has as many inputs as the model.",
        "Compare the first part of a batch with model.inputs.",
        "fit stops at the first batch.",
    ),
    _mistake(
        "inputs_names",
        "the keys of a dict of inputs are the names of the model's inputs.",
        "Name the layers: keras.Input(shape, name=...).",
        "fit stops, or takes inputs in the wrong order.",
    ),
    _mistake(
        "input_shape",
        "a row has the shape of the model's input.",
        "Compare batch[0].shape[1:] with model.input_shape[1:].",
        "fit stops at the first batch.",
    ),
    _mistake(
        "no_targets",
        "a batch has targets where the model has a loss.",
        "Return (x, y).",
        "There is nothing to compare the outputs with.",
    ),
    _mistake(
        "targets_number",
        "a batch has as many targets as the model has outputs.",
        "Return (x, (a, b)) for two outputs: one tuple, or a dict, of targets.",
        "fit stops at the first batch.",
    ),
    _mistake(
        "targets_names",
        "the keys of a dict of targets are the names of the model's outputs.",
        "Name the last layers: Dense(1, name=...).",
        "fit stops at the first batch.",
    ),
    _mistake(
        "target_shape",
        "a row of targets has the shape of the model's output.",
        "Compare batch[1].shape[1:] with model.output_shape[1:].",
        "fit stops at the first batch.",
    ),
    _mistake(
        "labels_out_of_range",
        "labels are from 0 to one less than the number of outputs.",
        "Give the last layer as many units as there are classes; count from 0.",
        "On a CPU fit stops; on a GPU the loss becomes NaN.",
    ),
    _mistake(
        "one_hot_with_sparse",
        "sparse_categorical_crossentropy takes one number for each row.",
        "Take categorical_crossentropy, or labels that are not one-hot.",
        "fit stops, or compares with the wrong thing.",
    ),
    _mistake(
        "sparse_with_one_hot",
        "categorical_crossentropy takes one column for each class.",
        "Take sparse_categorical_crossentropy, or keras.utils.to_categorical.",
        "fit stops, or compares with the wrong thing.",
    ),
    _mistake(
        "targets_broadcast",
        "targets have the shape of the outputs.",
        "Give y a last axis: y[:, np.newaxis].",
        "Each target is compared with every output, and fit says nothing.",
    ),
    _mistake(
        "exchanged",
        "inputs and targets stand in the order of the model's.",
        "Give them names: a dict whose keys are those of the model's layers.",
        "Where both have the same shape nothing stops, and each is learned from the wrong one.",
    ),
    _mistake(
        "labels_not_one",
        "with softmax each row has exactly one class.",
        "Is a label missing in the list of classes? For several classes a row take sigmoid and binary_crossentropy.",
        "The loss compares one class with the others.",
    ),
    _mistake(
        "targets_out_of_reach",
        "the last layer can give what the targets are.",
        "Scale the targets, or leave the last layer without that activation.",
        "The model comes no nearer than the largest number that its last layer gives.",
    ),
    _mistake(
        "logits",
        "a crossentropy with from_logits=True follows a layer without activation, and no other.",
        "Set from_logits=True, or give the last layer its softmax or sigmoid; not both, not neither.",
        "The loss stays where it is, such as at ln(classes).",
    ),
    _mistake(
        "softmax_of_one",
        "softmax needs two outputs or more.",
        "Take sigmoid for one output.",
        "Softmax over one output is always 1.",
    ),
    _mistake(
        "not_scaled",
        "inputs are of about the size of 1.",
        "Divide by 255, or standardise, in the class or in a layer of the model.",
        "Training is slow, or does not start.",
    ),
    # With validation data --------------------------------------------------------------------
    _mistake(
        "shared_with_validation",
        "no item is in training and in validation.",
        "Split the items once, before the objects are made.",
        "What is validated was learned by heart.",
    ),
    _mistake(
        "numbered_otherwise",
        "classes, or words, have the same numbers in training and in validation.",
        "Number them once, in all data, and give both objects the same numbers.",
        "What the model has learned counts as wrong in validation.",
    ),
    _mistake(
        "scaled_otherwise",
        "inputs have the same scale in training and in validation.",
        "Scale both in one way, with what was measured on the training data.",
        "The model has never seen such numbers: what validation says of it means nothing.",
    ),
    _mistake(
        "validation_augmented",
        "validation data are what they are at each call.",
        "Make the validation data without augmentation: it belongs to training alone.",
        "val_loss is another number each time, and one of pictures that nobody will show the model.",
    ),
)
