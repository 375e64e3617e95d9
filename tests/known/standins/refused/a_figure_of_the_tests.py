# return it
import matplotlib.pyplot as plt
rename(plt.subplots()[1])
