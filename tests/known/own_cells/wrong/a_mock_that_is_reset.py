def twice(function):
    function()
    function.reset_mock()


# --- tests ---
from unittest import mock

function = mock.Mock()
twice(function)
function.assert_not_called()
