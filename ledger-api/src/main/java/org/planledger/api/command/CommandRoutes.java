package org.planledger.api.command;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Serves every command at its path and its rehearsal at the path behind it. Both come from the
/// same entry, so no command can be without a rehearsal.
@Component
public final class CommandRoutes implements SmartInitializingSingleton {
  private final RequestMappingHandlerMapping mapping;
  private final CommandDesk desk;
  private final PreviewDesk previews;
  private final List<CommandEndpoint<?>> endpoints;

  CommandRoutes(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
      CommandDesk desk,
      PreviewDesk previews,
      List<CommandSource> sources) {
    this.mapping = mapping;
    this.desk = desk;
    this.previews = previews;
    this.endpoints = sources.stream().flatMap(source -> source.endpoints().stream()).toList();
  }

  /// Every command that is served.
  public List<CommandEndpoint<?>> endpoints() {
    return endpoints;
  }

  @Override
  public void afterSingletonsInstantiated() {
    for (var endpoint : endpoints) {
      register(endpoint.path(), new Posting<>(endpoint, desk));
      register(endpoint.path() + CommandEndpoint.PREVIEW, new Rehearsing<>(endpoint, previews));
    }
  }

  private void register(String path, Object handler) {
    var info =
        RequestMappingInfo.paths(path)
            .methods(RequestMethod.POST)
            .consumes(MediaType.APPLICATION_JSON_VALUE)
            .produces(MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
            .options(mapping.getBuilderConfiguration())
            .build();
    mapping.registerMapping(info, handler, method(handler.getClass()));
  }

  private static Method method(Class<?> handler) {
    var method = ReflectionUtils.findMethod(handler, "handle", HttpServletRequest.class);
    if (method == null) {
      throw new IllegalStateException(handler + " handles no request");
    }
    return method;
  }

  /// Handles one command. Found by its name, as handlers that are registered by hand are.
  record Posting<R extends Record>(CommandEndpoint<R> endpoint, CommandDesk desk) {
    @ResponseBody
    ResponseEntity<byte[]> handle(HttpServletRequest request) {
      return desk.post(endpoint, request);
    }
  }

  /// Handles the rehearsal of one command.
  record Rehearsing<R extends Record>(CommandEndpoint<R> endpoint, PreviewDesk previews) {
    @ResponseBody
    ResponseEntity<PreviewAnswer> handle(HttpServletRequest request) {
      return previews.post(endpoint, request);
    }
  }
}
