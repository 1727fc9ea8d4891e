package org.planledger.api.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.catalina.Container;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.AnswerJson;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;

/// The servlet container refuses by itself what is no HTTP at all, such as a path with characters
/// that no path has. Its own page is HTML; this one says the same as a problem.
@Configuration(proxyBeanMethods = false)
class ContainerErrors {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTheContainer() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              Container host = context.getParent();
              if (host instanceof StandardHost standard) {
                standard.setErrorReportValveClass(ProblemValve.class.getName());
              }
            });
  }

  /// Made by Tomcat by its name, so it is public and has nothing injected.
  public static final class ProblemValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
      if (response.getStatus() < 400 || response.getContentWritten() > 0) {
        return;
      }
      var type = ErrorAnswers.typeOf(response.getStatus());
      var problem =
          new Problem(
              type.address(),
              type.title(),
              type.status(),
              type.meaning(),
              null,
              type.name(),
              List.of(type.name()),
              null,
              List.of(),
              null);
      try {
        response.setStatus(type.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var reporter = response.getReporter();
        if (reporter != null) {
          reporter.write(AnswerJson.MAPPER.writeValueAsString(problem));
          response.finishResponse();
        }
      } catch (IOException e) {
        // The client has hung up; there is nobody to answer.
        return;
      }
    }
  }
}
