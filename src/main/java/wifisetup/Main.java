package wifisetup;

/// Starts the kiosk.
public final class Main {
    private Main() {}

    /// The program's entry point.
    public static void main(String[] args) {
        System.out.println("hello " + args.length);
    }
}
