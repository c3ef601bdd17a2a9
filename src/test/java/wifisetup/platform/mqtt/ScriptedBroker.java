package wifisetup.platform.mqtt;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/// A broker of few words: takes connections, subscriptions and what is retained, and confirms no other message.
final class ScriptedBroker implements AutoCloseable {
    private static final int CONNECT = 1;
    private static final int PUBLISH = 3;
    private static final int SUBSCRIBE = 8;
    private static final int PINGREQ = 12;

    /// The types of the packets that came.
    final BlockingQueue<Integer> packets = new LinkedBlockingQueue<>();

    /// The ends of connections.
    final CompletableFuture<Void> ended = new CompletableFuture<>();

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Void> word;

    /// @param word when a connection is let in
    ScriptedBroker(CompletableFuture<Void> word) throws IOException {
        this.word = word;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        try (var socket = server.accept();
                var in = new DataInputStream(socket.getInputStream());
                var out = socket.getOutputStream()) {
            for (int first = in.read(); first >= 0; first = in.read()) {
                byte[] rest = in.readNBytes(length(in));
                packets.add(first >> 4);
                answer(first, rest, out);
            }
            ended.complete(null);
        } catch (IOException reset) {
            ended.complete(null);
        }
    }

    /// The fixed headers and reason codes of MQTT 5.0, 3.
    private void answer(int first, byte[] rest, OutputStream out) throws IOException {
        switch (first >> 4) {
            case CONNECT -> {
                word.join();
                out.write(new byte[] {0x20, 3, 0, 0, 0});
            }
            case SUBSCRIBE -> out.write(new byte[] {(byte) 0x90, 5, rest[0], rest[1], 0, 1, 1});
            case PINGREQ -> out.write(new byte[] {(byte) 0xd0, 0});
            case PUBLISH -> {
                boolean retained = (first & 1) != 0;
                int id = 2 + ((rest[0] << 8) | (rest[1] & 0xff));
                if (retained) {
                    out.write(new byte[] {0x40, 2, rest[id], rest[id + 1]});
                }
            }
            default -> {
                // Nothing needs an answer.
            }
        }
    }

    /// A variable byte integer (MQTT 5.0, 1.5.5).
    private static int length(DataInputStream in) throws IOException {
        int length = 0;
        int shift = 0;
        int next;
        do {
            next = in.readUnsignedByte();
            length |= (next & 0x7f) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return length;
    }
}
