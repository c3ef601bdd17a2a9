package wifisetup;

import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import wifisetup.Settings.LogLevel;
import wifisetup.cli.CommandLineOptions;
import wifisetup.cli.CommandLineOptions.Parsed;
import wifisetup.cli.SystemTerminal;

/// Starts the kiosk.
public final class Main {
    private static final System.Logger LOG = System.getLogger(Main.class.getName());

    private Main() {}

    /// The program's entry point.
    public static void main(String[] args) {
        switch (CommandLineOptions.parse(args)) {
            case Parsed.Show(var text) -> System.out.println(text);
            case Parsed.Wrong(var text) -> end(ExitCode.WRONG_SETTING, new SettingsException(text));
            case Parsed.Run(var options) -> run(options);
            case Parsed.Network network -> run(network);
            case Parsed.Lan lan -> run(lan);
            case Parsed.Device device -> run(device);
            case Parsed.Platform platform -> run(platform);
        }
    }

    private static void run(CommandLineOptions options) {
        try {
            var settings = Settings.of(values(options));
            LogSetup.apply(settings.logLevel());
            var kiosk = Kiosk.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(kiosk::endWithProcess, "shutdown"));
            var ready = Instant.now();
            long millis = Duration.between(began(), ready).toMillis();
            System.out.println("ready: " + kiosk.describe() + " in " + millis + " ms");
            untilASignalComes();
        } catch (SettingsException wrong) {
            end(ExitCode.WRONG_SETTING, wrong);
        } catch (StartException failed) {
            end(failed.code(), failed);
        } catch (RuntimeException | LinkageError broken) {
            // JavaFX may be up already, and its thread would keep a dead program there.
            LOG.log(Level.ERROR, "the kiosk broke while starting", broken);
            System.exit(ExitCode.FAILED.number());
        }
    }

    private static void run(Parsed.Network line) {
        try {
            var settings = Settings.of(ownValues(line.options()));
            // Whoever typed the command is told of failures in sentences; a maker's file speaks of the kiosk's log.
            LogSetup.apply(line.options().settings().containsKey("log-level") ? settings.logLevel() : LogLevel.ERROR);
            System.exit(new CommandRun().run(line, settings));
        } catch (SettingsException wrong) {
            end(ExitCode.WRONG_SETTING, wrong);
        } catch (StartException failed) {
            end(failed.code(), failed);
        }
    }

    private static void run(Parsed.Lan line) {
        try {
            var settings = Settings.of(ownValues(line.options()));
            LogSetup.apply(line.options().settings().containsKey("log-level") ? settings.logLevel() : LogLevel.ERROR);
            System.exit(new LanCommandRun().run(line, System.getenv(), Path.of(System.getProperty("user.home"))));
        } catch (SettingsException wrong) {
            end(ExitCode.WRONG_SETTING, wrong);
        }
    }

    private static void run(Parsed.Device line) {
        try {
            var settings = Settings.of(ownValues(line.options()));
            LogSetup.apply(line.options().settings().containsKey("log-level") ? settings.logLevel() : LogLevel.ERROR);
            System.out.println(new ProvisionRun(settings, SystemTerminal.ofThisProcess()).run(line.command()));
        } catch (SettingsException wrong) {
            end(ExitCode.WRONG_SETTING, wrong);
        } catch (StartException failed) {
            end(failed.code(), failed);
        }
    }

    private static void run(Parsed.Platform line) {
        try {
            var settings = Settings.of(ownValues(line.options()));
            LogSetup.apply(line.options().settings().containsKey("log-level") ? settings.logLevel() : LogLevel.ERROR);
            System.exit(new PlatformRun().run(line, settings));
        } catch (SettingsException wrong) {
            end(ExitCode.WRONG_SETTING, wrong);
        } catch (StartException failed) {
            end(failed.code(), failed);
        }
    }

    /// Keeps the program running: what else runs may be daemon threads alone, and a main thread that ends while
    /// a signal is being handled would turn the exit code to 0.
    private static void untilASignalComes() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// The settings of OpenVoiceOS, over them our file's, and over these the command line's.
    private static Map<String, Settings.Value> values(CommandLineOptions options) throws SettingsException {
        var values = new LinkedHashMap<>(MycroftConfiguration.read(MycroftConfiguration.places(System.getenv())));
        values.putAll(ownValues(options));
        return values;
    }

    /// Our file's settings, and over these the command line's.
    private static Map<String, Settings.Value> ownValues(CommandLineOptions options) throws SettingsException {
        var values = new LinkedHashMap<String, Settings.Value>();
        Path file = options.config().orElse(ConfigurationFile.DEFAULT);
        if (options.config().isPresent() || Files.exists(file)) {
            values.putAll(ConfigurationFile.read(file));
        }
        options.settings().forEach((key, text) -> values.put(key, new Settings.Value(text, "--" + key)));
        return values;
    }

    /// When the virtual machine began: its own start counts too. (A process handle knows its start to the
    /// second only.)
    private static Instant began() {
        return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    private static void end(ExitCode code, Exception reason) {
        System.err.println("wifi-setup-kiosk: " + reason.getMessage());
        System.exit(code.number());
    }
}
