package wifisetup.cli;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wifisetup.platform.ConfigurationException;
import wifisetup.platform.ConnectionState;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.platform.Device;
import wifisetup.platform.DevicePool;
import wifisetup.platform.GatewayMemory;
import wifisetup.platform.Message;
import wifisetup.platform.PlatformClient;

/// Does what `wifi-setup-kiosk platform` is asked to do at a platform. It blocks, on its caller's thread; an
/// interrupt ends it.
///
/// It is a gateway of its own: the appliance's devices stay as they are.
public final class PlatformCommands {
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final BlockingQueue<ConnectionState> states = new LinkedBlockingQueue<>();
    private final ConnectorConfiguration configuration;
    private final GatewayMemory memory;
    private final PlatformReport report;

    /// Commands to that platform.
    ///
    /// @param memory where the gateway id of these commands is kept
    public PlatformCommands(ConnectorConfiguration configuration, GatewayMemory memory, PlatformReport report) {
        this.configuration = configuration;
        this.memory = memory;
        this.report = report;
    }

    /// Does it.
    ///
    /// @return why it failed, if it did; that has been reported
    public Optional<PlatformFailure> run(PlatformCommand.ToPlatform command)
            throws ConfigurationException, InterruptedException {
        var devices = new DevicePool();
        switch (command) {
            case PlatformCommand.Status _ -> {}
            case PlatformCommand.SendEvent event -> devices.add(new Device(event.device()));
            case PlatformCommand.Watch watch -> devices.add(new Device(watch.device()));
        }
        try (var client = PlatformClient.with(devices)
                .configuration(configuration)
                .gateway(memory)
                .open()) {
            client.observe(Runnable::run, states::add);
            return switch (command) {
                case PlatformCommand.Status _ -> connected(true);
                case PlatformCommand.SendEvent event -> send(client, event);
                case PlatformCommand.Watch _ -> watch(client);
            };
        }
    }

    /// Waits for the end of the first attempt.
    private Optional<PlatformFailure> connected(boolean shown) throws InterruptedException {
        while (true) {
            switch (states.take()) {
                case ConnectionState.Connecting _ -> {}
                case ConnectionState.Connected connected -> {
                    if (shown) {
                        report.state(connected);
                    }
                    return Optional.empty();
                }
                case ConnectionState.Waiting waiting -> {
                    return failed(
                            PlatformFailure.of(waiting.why()), waiting.why().detail());
                }
                case ConnectionState.Closed _ -> {
                    return failed(PlatformFailure.FAILED, "closed");
                }
            }
        }
    }

    private Optional<PlatformFailure> send(PlatformClient client, PlatformCommand.SendEvent event)
            throws InterruptedException {
        var failure = connected(false);
        if (failure.isPresent()) {
            return failure;
        }
        var answer = client.event(event.device().id(), event.service(), data(event.data()));
        // What was registered for this event alone goes with it.
        var _ = client.delete(event.device().id());
        if (answer.isConfirmed()) {
            report.answered(answer);
            return Optional.empty();
        }
        return answer.isTimedOut()
                ? failed(PlatformFailure.TIMEOUT, "the event")
                : failed(
                        answer.isEmpty() ? PlatformFailure.FAILED : PlatformFailure.REFUSED,
                        "status " + answer.status());
    }

    private Optional<PlatformFailure> watch(PlatformClient client) throws InterruptedException {
        try (var _ = client.subscribe(command -> {
            report.command(command);
            var _ = client.async().respond(command, "seen").thenAccept(this::complain);
        })) {
            while (true) {
                report.state(states.take());
            }
        }
    }

    private void complain(Message answer) {
        if (!answer.isConfirmed()) {
            report.progress("the platform did not take the answer (status " + answer.status() + ")");
        }
    }

    private Optional<PlatformFailure> failed(PlatformFailure failure, String detail) {
        report.failed(failure, detail);
        return Optional.of(failure);
    }

    private Object data(String text) {
        try {
            JsonNode value = json.readTree(text);
            return value.isMissingNode() ? text : value;
        } catch (JacksonException noJson) {
            return text;
        }
    }
}
