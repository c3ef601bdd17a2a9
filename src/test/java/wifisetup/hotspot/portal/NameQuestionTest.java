package wifisetup.hotspot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A question as RFC 1035, 4.1 has it, and answers computed by hand.
class NameQuestionTest {
    private static final Inet4Address GATEWAY = Inet4Address.ofLiteral("192.168.42.1");
    private static final NameQuestion QUESTION = new NameQuestion("a.bc", (short) 0xBEEF);
    private static final String NAME = "01 61 02 6263 00";
    private static final String ASKED = NAME + "0001 0001";
    private static final String RECORD = "c00c 0001 0001 00000000 0004";

    @Test
    void theQuestionHasTheBytesOfTheStandard() throws IOException {
        assertThat(QUESTION.encoded()).isEqualTo(bytes("beef 0100 0001 0000 0000 0000" + ASKED));
    }

    @Test
    void theGatewaysAddressIsTheRightAnswer() throws Exception {
        assertThat(answered("beef 8580 0001 0001 0000 0000" + ASKED + RECORD + "c0a82a01"))
                .isTrue();
    }

    @Test
    void anotherAddressIsNot() throws Exception {
        assertThat(answered("beef 8580 0001 0001 0000 0000" + ASKED + RECORD + "c0a82a02"))
                .isFalse();
    }

    @Test
    void aRefusalIsNot() throws Exception {
        assertThat(answered("beef 8185 0001 0000 0000 0000" + ASKED)).isFalse();
    }

    @Test
    void anAnswerToAnotherQuestionIsNot() throws Exception {
        assertThat(answered("beee 8580 0001 0001 0000 0000" + ASKED + RECORD + "c0a82a01"))
                .isFalse();
    }

    @Test
    void aFragmentIsNot() throws Exception {
        assertThat(answered("beef 8580")).isFalse();
        assertThat(answered("")).isFalse();
    }

    @Test
    void aQuestionThatGetsLostIsAskedAgain() throws Exception {
        try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            var asked = CompletableFuture.supplyAsync(() -> ask(socket));
            receive(socket);
            var second = receive(socket);
            reply(socket, second, bytes("beef 8580 0001 0001 0000 0000" + ASKED + RECORD + "c0a82a01"));

            assertThat(asked.get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /// Whether that answer of a server counts.
    private static boolean answered(String answer) throws Exception {
        try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            var asked = CompletableFuture.supplyAsync(() -> ask(socket));
            reply(socket, receive(socket), bytes(answer));
            return asked.get(20, TimeUnit.SECONDS);
        }
    }

    private static boolean ask(DatagramSocket server) {
        try {
            return QUESTION.isAnsweredWith(GATEWAY, (InetSocketAddress) server.getLocalSocketAddress());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static DatagramPacket receive(DatagramSocket socket) throws IOException {
        socket.setSoTimeout(20_000);
        var packet = new DatagramPacket(new byte[512], 512);
        socket.receive(packet);
        assertThat(Arrays.copyOf(packet.getData(), packet.getLength())).isEqualTo(QUESTION.encoded());
        return packet;
    }

    private static void reply(DatagramSocket socket, DatagramPacket to, byte[] answer) throws IOException {
        socket.send(new DatagramPacket(answer, answer.length, to.getSocketAddress()));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
