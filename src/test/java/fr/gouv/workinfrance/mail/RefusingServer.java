package fr.gouv.workinfrance.mail;

import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A mail server that answers every recipient with the same refusal.
final class RefusingServer implements AutoCloseable {

    private final ServerSocket socket;
    private final JavaMailSenderImpl sender;
    private final int formerPort;

    private RefusingServer(ServerSocket socket, JavaMailSenderImpl sender) {
        this.socket = socket;
        this.sender = sender;
        this.formerPort = sender.getPort();
        sender.setPort(socket.getLocalPort());
    }

    static RefusingServer open(JavaMailSender sender, String refusal) throws IOException {
        var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(() -> serve(socket, refusal));
        return new RefusingServer(socket, (JavaMailSenderImpl) sender);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        sender.setPort(formerPort);
    }

    private static void serve(ServerSocket socket, String refusal) {
        while (!socket.isClosed()) {
            try (var peer = socket.accept()) {
                talk(peer, refusal);
            } catch (IOException e) {
                // The test closes the socket, or the client leaves: either way there is no more to
                // say.
                continue;
            }
        }
    }

    private static void talk(Socket peer, String refusal) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(peer.getInputStream(), StandardCharsets.US_ASCII));
        say(peer, "220 refusing");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            say(
                    peer,
                    line.startsWith("RCPT")
                            ? refusal
                            : line.startsWith("QUIT") ? "221 bye" : "250 ok");
        }
    }

    private static void say(Socket peer, String line) throws IOException {
        peer.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
