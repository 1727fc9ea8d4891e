package org.planledger.api.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.util.Objects;
import java.util.stream.Stream;
import org.planledger.api.web.Paging;
import org.planledger.api.web.Query;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Says what the API is, beside its operations.
@Configuration(proxyBeanMethods = false)
class DescribingTheApi {

  DescribingTheApi() {
    SpringDocUtils.getConfig()
        .addAnnotationsToIgnore(Query.class)
        .addRequestWrapperToIgnore(Paging.class);
  }

  @Bean
  OpenAPI planLedgerApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Plan Ledger")
                .version("v1")
                .description(
                    "An event-sourced ledger for device-protection plans. Every command has a"
                        + " rehearsal at its path followed by `/preview`; every refusal names the"
                        + " rules it rests on; every problem has a page behind its `type`."));
  }

  /// The generator names the path variables of handlers but not what they are.
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE - 1)
  OpenApiCustomizer pathVariables() {
    return api ->
        api.getPaths()
            .forEach(
                (path, item) -> {
                  // A command describes its own.
                  Stream.of(item.getGet(), item.getPut())
                      .filter(Objects::nonNull)
                      .forEach(
                          operation ->
                              PathVariables.of(path).forEach(operation::addParametersItem));
                });
  }
}
