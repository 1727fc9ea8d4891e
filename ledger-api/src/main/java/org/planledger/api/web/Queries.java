package org.planledger.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.planledger.api.json.RequestReader;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives reads their parameters and their place in a list, and refuses parameters to paths that
/// take none. Nothing that is read may be kept by anybody on the way, because it can change at any
/// moment; only the log says itself what cannot.
@Component
final class Queries implements HandlerMethodArgumentResolver, HandlerInterceptor, WebMvcConfigurer {
  static final String PAGE_SIZE = "pageSize";
  static final String CURSOR = "cursor";

  /// Below this address each answer says itself how long it may be kept.
  static final String LOG = "/v1/log/";

  private static final Set<String> OF_PAGING = Set.of(PAGE_SIZE, CURSOR);

  private final RequestReader reader;

  Queries(RequestReader reader) {
    this.reader = reader;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/v1/**");
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(Query.class)
        || parameter.getParameterType() == Paging.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory factory) {
    var request = (HttpServletRequest) web.getNativeRequest();
    var sent = sent(request);
    var cursor = cursor(request, sent);
    if (parameter.getParameterType() == Paging.class) {
      return paging(request, sent, cursor);
    }
    var filters = cursor.map(Queries::filters).orElse(sent);
    OF_PAGING.forEach(filters::remove);
    return reader.read(filters, parameter.getParameterType().asSubclass(Record.class));
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // What a path has behind a semicolon would be left out without a word.
    if (request.getRequestURI().indexOf(';') >= 0) {
      throw ProblemException.of(ProblemType.NOT_FOUND);
    }
    if (!request.getRequestURI().startsWith(LOG)) {
      response.setHeader("Cache-Control", "no-store");
    }
    if (handler instanceof HandlerMethod method) {
      var taken = taken(method);
      for (var name : sent(request).keySet()) {
        if (!taken.contains(name) && !taken.contains(ANY)) {
          throw ProblemException.malformed(
              Flaw.inQuery(name, FlawCode.UNKNOWN_PARAMETER, "this path takes no such parameter"));
        }
      }
    }
    return true;
  }

  private static final String ANY = "*";

  /// A record of parameters refuses what it does not know by itself, and says what it knows.
  private static Set<String> taken(HandlerMethod method) {
    var parameters = Arrays.asList(method.getMethodParameters());
    if (parameters.stream().anyMatch(p -> p.hasParameterAnnotation(Query.class))) {
      return Set.of(ANY);
    }
    return parameters.stream().anyMatch(p -> p.getParameterType() == Paging.class)
        ? OF_PAGING
        : Set.of();
  }

  private Paging paging(
      HttpServletRequest request, Map<String, List<String>> sent, Optional<Cursor> cursor) {
    var path = request.getRequestURI();
    var asked = new LinkedHashMap<String, List<String>>();
    sent.forEach(
        (name, values) -> {
          if (name.equals(PAGE_SIZE)) {
            asked.put(name, values);
          }
        });
    var rows = reader.read(asked, PageQuery.class).pageSize().orElse(Paging.DEFAULT_ROWS);
    var filters = new LinkedHashMap<String, String>();
    cursor.ifPresentOrElse(
        given -> filters.putAll(given.filters()),
        () -> sent.forEach((name, values) -> filters.put(name, values.getFirst())));
    OF_PAGING.forEach(filters::remove);
    return new Paging(path, rows, cursor.map(Cursor::after).orElse(List.of()), filters);
  }

  private static Optional<Cursor> cursor(
      HttpServletRequest request, Map<String, List<String>> sent) {
    var given = sent.get(CURSOR);
    if (given == null) {
      return Optional.empty();
    }
    sent.keySet().stream()
        .filter(name -> !OF_PAGING.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw ProblemException.malformed(
                  Flaw.inQuery(
                      name,
                      FlawCode.DOES_NOT_FIT,
                      "the cursor remembers the filters; send nothing beside it but pageSize"));
            });
    if (given.size() > 1) {
      throw Cursor.refused();
    }
    return Optional.of(Cursor.decoded(given.getFirst(), request.getRequestURI()));
  }

  private static Map<String, List<String>> filters(Cursor cursor) {
    var filters = new LinkedHashMap<String, List<String>>();
    cursor.filters().forEach((name, value) -> filters.put(name, List.of(value)));
    return filters;
  }

  private static Map<String, List<String>> sent(HttpServletRequest request) {
    var parameters = new LinkedHashMap<String, List<String>>();
    request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
    return parameters;
  }
}
