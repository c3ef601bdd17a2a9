package wifisetup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import wifisetup.cli.CommandLineOptions.Parsed;
import wifisetup.cli.PlatformCommand;
import wifisetup.cli.PlatformCommands;
import wifisetup.cli.PlatformFailure;
import wifisetup.cli.PlatformReport;
import wifisetup.cli.SystemTerminal;
import wifisetup.platform.ConfigurationException;
import wifisetup.platform.ConnectorFile;
import wifisetup.platform.simulated.News;
import wifisetup.platform.simulated.SimulatedPlatform;
import wifisetup.secret.Secret;

/// One command of `wifi-setup-kiosk platform`, put together: it does what is asked, and ends.
final class PlatformRun {
    private static final Secret USUAL_PASSWORD = new Secret("password");
    private static final int LEAVE_SECONDS = 2;

    private final SystemTerminal terminal = SystemTerminal.ofThisProcess();
    private final CountDownLatch done = new CountDownLatch(1);

    /// Does it.
    ///
    /// @return the exit code
    /// @throws SettingsException if the connector's configuration is wrong
    /// @throws StartException if the platform cannot be simulated there
    int run(Parsed.Platform line, Settings settings) throws SettingsException, StartException {
        var report = new PlatformReport(terminal, line.json());
        var worker = Thread.currentThread();
        // A signal ends the command as its end does: the platform is told.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(worker), "leave"));
        try {
            return switch (line.command()) {
                case PlatformCommand.ToPlatform command -> connect(command, settings, report);
                case PlatformCommand.Simulate command -> simulate(command, report);
            };
        } catch (InterruptedException ended) {
            return ExitCode.OK.number();
        } finally {
            done.countDown();
        }
    }

    private static int connect(PlatformCommand.ToPlatform command, Settings settings, PlatformReport report)
            throws SettingsException, InterruptedException {
        try {
            var configuration = new ConnectorFile(command.connector()).read();
            try (var gateway = new CommandGateway(settings.state(), configuration)) {
                return new PlatformCommands(gateway.configuration(), gateway, report)
                        .run(command)
                        .map(PlatformFailure::number)
                        .orElse(ExitCode.OK.number());
            }
        } catch (ConfigurationException wrong) {
            throw new SettingsException(String.valueOf(wrong.getMessage()));
        }
    }

    private int simulate(PlatformCommand.Simulate command, PlatformReport report)
            throws StartException, InterruptedException {
        try {
            var password = command.passwordOnInput() ? terminal.readSecret().orElse(Secret.EMPTY) : USUAL_PASSWORD;
            try (var platform = SimulatedPlatform.open(command.address(), Optional.empty(), command.user(), password)) {
                platform.observe(news -> tell(news, report));
                report.progress("listening at " + platform.uri() + " for user " + command.user());
                Thread.ofVirtual().start(() -> obey(platform, report));
                new CountDownLatch(1).await();
            }
            return ExitCode.OK.number();
        } catch (IOException taken) {
            throw new StartException(
                    ExitCode.FAILED,
                    "platform simulate: expected a free address " + command.address() + ", found " + taken.getMessage(),
                    taken);
        }
    }

    /// Lines of standard input, as long as there are any.
    private static void obey(SimulatedPlatform platform, PlatformReport report) {
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.strip().split("\\s+", 4);
                if (words[0].equals("drop")) {
                    platform.dropLinks();
                } else if (words[0].equals("command") && words.length >= 3) {
                    var sent = platform.command(words[1], words[2], json(words.length > 3 ? words[3] : "null"));
                    report.progress(sent.isPresent() ? "sent" : "nobody is connected");
                } else if (!line.isBlank()) {
                    report.progress("expected: command DEVICE SERVICE [DATA], or drop");
                }
            }
        } catch (IOException unreadable) {
            report.progress("standard input cannot be read: " + unreadable.getMessage());
        }
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JacksonException noJson) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }

    private static void tell(News news, PlatformReport report) {
        var line = JsonNodeFactory.instance.objectNode();
        switch (news) {
            case News.Joined(var gateway) ->
                report.news(line.put("news", "joined").put("gateway", gateway), gateway + " joined");
            case News.Left(var gateway) ->
                report.news(line.put("news", "left").put("gateway", gateway), gateway + " left");
            case News.Synchronised(var gateway, int devices) ->
                report.news(
                        line.put("news", "synchronised").put("gateway", gateway).put("devices", devices),
                        gateway + " has devices: " + devices);
            case News.Event(var gateway, var device, var service, var data, var metadata) -> {
                line.put("news", "event")
                        .put("gateway", gateway)
                        .put("device", device)
                        .put("service", service)
                        .set("data", data);
                line.set("metadata", metadata);
                report.news(line, "event " + report.text(line));
            }
            case News.Response(var gateway, int status, var data) -> {
                line.put("news", "response")
                        .put("gateway", gateway)
                        .put("status", status)
                        .set("data", data);
                report.news(line, "response " + report.text(line));
            }
            case News.Refused(var gateway, int status, var why) ->
                report.news(
                        line.put("news", "refused")
                                .put("gateway", gateway)
                                .put("status", status)
                                .put("message", why),
                        "refused with " + status + ": " + why);
        }
    }

    private void leave(Thread worker) {
        worker.interrupt();
        try {
            var _ = done.await(LEAVE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
