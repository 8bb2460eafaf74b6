package fr.gouv.workinfrance.reference.online;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;

/// How the State's services are called: soon given up, and read no further than a bound.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OnlineSettings.class)
class OnlineClients {

    /// Twenty companies of the register, each with a hundred establishments, are within it.
    static final int LARGEST = 2_000_000;

    @Bean
    RegisterClient registerClient(OnlineSettings settings) {
        return client(settings, settings.registerUrl(), RegisterClient.class);
    }

    @Bean
    AddressClient addressClient(OnlineSettings settings) {
        return client(settings, settings.addressesUrl(), AddressClient.class);
    }

    private static <C> C client(OnlineSettings settings, String url, Class<C> type) {
        HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.connect())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(settings.read());
        JsonMapper json =
                JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .build();
        RestClient rest =
                RestClient.builder()
                        .baseUrl(url)
                        .requestFactory(requests)
                        .defaultHeader(HttpHeaders.USER_AGENT, settings.userAgent())
                        .defaultHeader(HttpHeaders.ACCEPT, "application/json")
                        .requestInterceptor(new Bounded())
                        .configureMessageConverters(
                                all ->
                                        all.withJsonConverter(
                                                new JacksonJsonHttpMessageConverter(json)))
                        .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(rest))
                .build()
                .createClient(type);
    }

    /// Cuts an answer that is larger than any true one.
    private static final class Bounded implements ClientHttpRequestInterceptor {

        @Override
        public ClientHttpResponse intercept(
                HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
                throws IOException {
            return new BoundedResponse(execution.execute(request, body));
        }
    }

    private static final class BoundedResponse implements ClientHttpResponse {

        private final ClientHttpResponse whole;

        BoundedResponse(ClientHttpResponse whole) {
            this.whole = whole;
        }

        @Override
        public InputStream getBody() throws IOException {
            return new BoundedStream(whole.getBody());
        }

        @Override
        public HttpHeaders getHeaders() {
            return whole.getHeaders();
        }

        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return whole.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return whole.getStatusText();
        }

        @Override
        public void close() {
            whole.close();
        }
    }

    private static final class BoundedStream extends FilterInputStream {

        private int read;

        BoundedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            counted(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some = super.read(into, offset, length);
            counted(Math.max(some, 0));
            return some;
        }

        private void counted(int more) throws IOException {
            read += more;
            if (read > LARGEST) {
                throw new IOException("an answer larger than any true one");
            }
        }
    }
}
