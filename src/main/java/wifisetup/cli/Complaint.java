package wifisetup.cli;

import picocli.CommandLine;

/// What is wrong with a command line, in one line. It never repeats what picocli could not place: people type passwords
/// where no password belongs.
final class Complaint {
    private Complaint() {}

    static String of(CommandLine.ParameterException wrong) {
        if (!(wrong instanceof CommandLine.UnmatchedArgumentException unmatched)) {
            return String.valueOf(wrong.getMessage());
        }
        String first = unmatched.getUnmatched().getFirst();
        if (!first.startsWith("-")) {
            return unmatched.getCommandLine().getCommandName() + ": there is an argument too many"
                    + " (a name with blanks needs quotes; a password comes by prompt or --password-stdin)";
        }
        return "Unknown option: " + first.split("=", 2)[0];
    }
}
