package org.planledger.api.answer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/// How answers are written: fields in the order in which their records declare them, moments and
/// days as text.
@Configuration(proxyBeanMethods = false)
public class AnswerJson {
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /// The one mapper for everything that goes out over HTTP.
  @Bean
  public JsonMapper answerMapper() {
    return MAPPER;
  }
}
