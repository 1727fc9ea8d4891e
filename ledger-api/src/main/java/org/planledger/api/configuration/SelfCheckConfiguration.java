package org.planledger.api.configuration;

import java.net.InetAddress;
import java.util.stream.Stream;
import org.planledger.api.start.StartRefusedException;
import org.planledger.core.axon.LedgerShell;
import org.planledger.projections.processing.ViewProcessors;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What has to hold before the first request: all beans are made by then, and nothing runs yet.
@Configuration(proxyBeanMethods = false)
class SelfCheckConfiguration {

  @Bean
  SmartInitializingSingleton wiringCheck(
      LedgerShell shell, ViewProcessors processors, ListableBeanFactory beans) {
    return () -> {
      WiringCheck check =
          new WiringCheck()
              .commandBus(shell.commandBus())
              .eventStore(shell.eventStore())
              .noneOf(WithoutAxonDefaults.AXON, types(beans));
      processors.names().forEach(name -> check.processor(name, processors.processor(name)));
      check.require();
    };
  }

  /// Nobody is asked who they are yet, so nobody but this machine is let in.
  @Bean
  SmartInitializingSingleton loopbackCheck(ServerProperties server) {
    return () -> {
      InetAddress address = server.getAddress();
      if (address == null || !address.isLoopbackAddress()) {
        throw new StartRefusedException(
            "It serves this machine only, because it does not ask who calls: leave"
                + " server.address at 127.0.0.1");
      }
    };
  }

  private static Stream<Class<?>> types(ListableBeanFactory beans) {
    return Stream.of(beans.getBeanDefinitionNames())
        .<Class<?>>map(beans::getType)
        .filter(type -> type != null);
  }
}
