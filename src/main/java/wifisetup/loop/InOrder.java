package wifisetup.loop;

/// Marks effects that a [Loop] performs one after the other, in the order in which the machine asked for them:
/// what is announced to others, what is written to the disk. Such an effect should be quick, because the next one
/// waits for it. Everything else runs beside each other.
public interface InOrder {}
