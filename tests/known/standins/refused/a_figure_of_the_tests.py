# empty axes do
import matplotlib.pyplot as plt
own = plt.subplots()[1]
own.plot([1, 2])
rename(own)
