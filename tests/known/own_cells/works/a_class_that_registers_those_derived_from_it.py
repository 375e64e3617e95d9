class Base:
    reg = {}

    def __init_subclass__(cls, **k):
        super().__init_subclass__(**k)
        Base.reg[cls.__name__] = cls


# --- tests ---
class G(Base):
    pass


assert Base.reg == {"G": G}
