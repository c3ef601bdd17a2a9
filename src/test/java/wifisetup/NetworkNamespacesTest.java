package wifisetup;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.device.DeviceMemory;
import wifisetup.device.DeviceName;
import wifisetup.device.file.DeviceFiles;
import wifisetup.device.file.FileDeviceStore;
import wifisetup.device.file.Pbkdf2;
import wifisetup.flux.Identity;
import wifisetup.flux.KeyEncoding;
import wifisetup.secret.Secret;

/// The kiosk in one network namespace, a technician in another, and a cable between them: real multicast,
/// real TLS. It needs root, and `ip` of iproute2; without them it fails.
@Timeout(value = 180, unit = SECONDS)
class NetworkNamespacesTest {
    private static final String APPLIANCE = "10.77.77.1";
    private static final String TECHNICIAN = "10.77.77.2";
    private static final String LINK_LOCAL = "fe80::a";

    private final String number = Long.toHexString(ProcessHandle.current().pid());
    private final String here = "wska" + number;
    private final String there = "wskt" + number;

    @TempDir
    private Path directory;

    @BeforeEach
    void layTheCable() throws Exception {
        ip("netns", "add", here);
        ip("netns", "add", there);
        ip("-n", here, "link", "add", "eth0", "type", "veth", "peer", "name", "eth0", "netns", there);
        for (var end : List.of(List.of(here, APPLIANCE, LINK_LOCAL), List.of(there, TECHNICIAN, "fe80::b"))) {
            ip("-n", end.get(0), "link", "set", "lo", "up");
            // One address of the link, as devices have: an answer comes from whichever the kernel takes.
            ip("-n", end.get(0), "link", "set", "eth0", "addrgenmode", "none");
            ip("-n", end.get(0), "addr", "add", end.get(1) + "/24", "brd", "+", "dev", "eth0");
            ip("-n", end.get(0), "addr", "add", end.get(2) + "/64", "dev", "eth0", "nodad");
            ip("-n", end.get(0), "link", "set", "eth0", "up");
        }
    }

    @AfterEach
    void removeTheCable() throws Exception {
        ip("netns", "del", here);
        ip("netns", "del", there);
    }

    @Test
    void aTechnicianFindsTheApplianceComesInAndRenamesIt() throws Exception {
        var state = directory.resolve("state");
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var vendor = generator.generateKeyPair();
        var uuid = provision(state.resolve("device"), vendor);

        var appliance = java(here, ApplianceProcess.class, state.toString());
        try (var said = appliance.inputReader(StandardCharsets.UTF_8)) {
            await(said, "ready");
            var technician = java(
                    there,
                    TechnicianProcess.class,
                    uuid.toString(),
                    Base64.getEncoder().encodeToString(vendor.getPublic().getEncoded()),
                    directory.resolve("technician").toString(),
                    TECHNICIAN,
                    LINK_LOCAL + "%eth0");
            String all = new String(technician.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(technician.waitFor()).as(all).isZero();
            assertThat(all.lines().filter(line -> line.matches("(found|trusts|hears|managed|greeted|heard|named) .*")))
                    .containsExactly(
                            "found Kitchen at " + APPLIANCE + " strong=true",
                            "trusts 1",
                            "found Pantry",
                            "hears 15",
                            "managed by the link's address, in=true",
                            "greeted by the link's address with FLUX0003",
                            "heard over the link's address from port 1901",
                            "named pantry.local. " + uuid);
        } finally {
            appliance.getOutputStream().close();
            assertThat(appliance.waitFor(20, SECONDS)).isTrue();
        }
    }

    /// What a maker does, and a person on the Device screen.
    private static UUID provision(Path device, KeyPair vendor) throws IOException {
        var files = new DeviceFiles(device);
        var uuid = files.uuid();
        var identity = new Identity(
                "K1TCHEN001", uuid, KeyEncoding.der((RSAPublicKey) files.key().getPublic()));
        files.provision(
                "K1TCHEN001", identity.sign((ECPrivateKey) vendor.getPrivate()).toBytes(), vendor.getPublic());
        var hash = new Pbkdf2(new SecureRandom()).hash(new Secret("correct horse"));
        new FileDeviceStore(device).save(new DeviceMemory(new DeviceName("Kitchen"), Optional.of(hash), List.of()));
        return uuid;
    }

    private static void await(BufferedReader said, String wanted) throws IOException {
        var heard = new ArrayList<String>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            heard.add(line);
            if (line.equals(wanted)) {
                return;
            }
        }
        throw new IOException("expected " + wanted + ", found " + String.join("\n", heard));
    }

    private static Process java(String namespace, Class<?> program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                "ip",
                "netns",
                "exec",
                namespace,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                String.join(
                        File.pathSeparator,
                        "target/test-classes",
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path")),
                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static void ip(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + ": " + said)
                .isZero();
    }
}
