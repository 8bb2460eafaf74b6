package fr.gouv.workinfrance;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser without its screen: it keeps cookies and the token of forms, and speaks real HTTP. It
/// follows no redirect by itself.
public final class Browser implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";

    public HttpResponse<String> get(URI address, String... headers) {
        return send(request(address, headers).GET().build());
    }

    /// Sends a form, with the token of the last page that had one.
    public HttpResponse<String> post(URI address, String... namesAndValues) {
        StringJoiner form = new StringJoiner("&");
        form.add("_csrf=" + encoded(token));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.add(encoded(namesAndValues[i]) + "=" + encoded(namesAndValues[i + 1]));
        }
        return post(
                address,
                BodyPublishers.ofString(form.toString()),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    /// Sends anything, the token in a header.
    public HttpResponse<String> post(URI address, BodyPublisher body, String... headers) {
        return send(request(address, headers).header("X-XSRF-TOKEN", token).POST(body).build());
    }

    /// Sends a form that holds the token itself.
    public HttpResponse<String> form(URI address, BodyPublisher body, String... headers) {
        return send(request(address, headers).POST(body).build());
    }

    /// Sends a part of something, the token in a header.
    public HttpResponse<String> patch(URI address, BodyPublisher body, String... headers) {
        return send(
                request(address, headers)
                        .header("X-XSRF-TOKEN", token)
                        .method("PATCH", body)
                        .build());
    }

    public String token() {
        return token;
    }

    /// Makes it the browser of someone who is signed in.
    public void cookie(String name, String value) {
        cookies.put(name, value);
    }

    public String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(URI address, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies());
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            var form = TOKEN.matcher(response.body());
            if (form.find()) {
                token = form.group(1);
            }
            return response;
        } catch (IOException e) {
            throw new IllegalStateException("no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
