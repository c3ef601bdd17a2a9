package wifisetup.hotspot.portal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One question for the IPv4 address of a name (RFC 1035, section 4), asked of one server.
///
/// @param id what the answer has to repeat
record NameQuestion(String name, short id) {
    private static final int TRIES = 3;
    private static final int PATIENCE_MILLIS = 700;
    private static final int LONGEST = 512;
    private static final int HEADER = 12;
    private static final int ADDRESS = 4;

    private static final short RECURSION_DESIRED = 0x0100;
    private static final short TYPE_A = 1;
    private static final short CLASS_IN = 1;

    /// Whether `server` answers that the name has the address `expected`; not if it does not answer at all.
    ///
    /// @throws IOException if nothing can be sent there
    boolean isAnsweredWith(Inet4Address expected, InetSocketAddress server) throws IOException {
        byte[] question = encoded();
        try (var socket = new DatagramSocket()) {
            socket.connect(server);
            socket.setSoTimeout(PATIENCE_MILLIS);
            for (int i = 0; i < TRIES; i++) {
                socket.send(new DatagramPacket(question, question.length));
                var answer = new DatagramPacket(new byte[LONGEST], LONGEST);
                try {
                    socket.receive(answer);
                    return says(Arrays.copyOf(answer.getData(), answer.getLength()), expected);
                } catch (SocketTimeoutException lost) {
                    // Datagrams get lost: another one.
                }
            }
            return false;
        }
    }

    byte[] encoded() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeShort(id);
        out.writeShort(RECURSION_DESIRED);
        out.writeShort(1);
        out.writeShort(0);
        out.writeInt(0);
        for (String label : name.split("\\.", -1)) {
            out.writeByte(label.length());
            out.write(label.getBytes(StandardCharsets.US_ASCII));
        }
        out.writeByte(0);
        out.writeShort(TYPE_A);
        out.writeShort(CLASS_IN);
        return bytes.toByteArray();
    }

    /// An answer with one record ends with its address (section 4.1.3).
    private boolean says(byte[] answer, Inet4Address expected) {
        return answer.length > HEADER + ADDRESS
                && answer[0] == (byte) (id >> 8)
                && answer[1] == (byte) id
                && answer[7] > 0
                && Arrays.equals(
                        Arrays.copyOfRange(answer, answer.length - ADDRESS, answer.length), expected.getAddress());
    }
}
