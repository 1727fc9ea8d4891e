package org.planledger.api.command;

import java.util.List;

/// The commands of one feature.
public interface CommandSource {

  List<CommandEndpoint<?>> endpoints();
}
