package wifisetup;

/// What the program's end tells who started it.
enum ExitCode {
    /// It ended as asked.
    OK(0),
    /// It could not start, or broke.
    FAILED(1),
    /// A wrong option or configuration key.
    WRONG_SETTING(2),
    /// The machine lacks something that it needs.
    MACHINE_LACKS(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
