package org.planledger.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/// The floor of everything over HTTP: the same server, set the same way, with next to nothing
/// behind it.
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class
})
@Import(TrivialEndpoints.class)
public class TrivialServer {

  /// What the ledger's own server is set to.
  private static final List<String> SETTINGS =
      List.of(
          "--server.address=127.0.0.1",
          "--server.http2.enabled=false",
          "--spring.threads.virtual.enabled=true",
          "--spring.main.banner-mode=off",
          "--logging.level.root=warn");

  /// Starts it; the arguments are Spring's.
  public static void main(String[] arguments) {
    List<String> all = new ArrayList<>(SETTINGS);
    all.addAll(Arrays.asList(arguments));
    SpringApplication.run(TrivialServer.class, all.toArray(String[]::new));
  }

  /// Says where it listens, as the ledger does.
  @EventListener
  void started(WebServerInitializedEvent event) {
    System.out.println("listens on http://localhost:" + event.getWebServer().getPort());
  }
}
