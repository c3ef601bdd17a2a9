package wifisetup.platform.simulated;

/// A frame that breaks the rules: the status that it is answered, and why.
final class Refusal extends Exception {
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int NOT_FOUND = 404;
    static final int CONFLICT = 409;

    private static final long serialVersionUID = 1;

    private final int status;

    Refusal(int status, String why) {
        super(why);
        this.status = status;
    }

    int status() {
        return status;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
