package org.planledger.api.command;

import org.planledger.core.plan.PlanCommand;

/// One command as it can be posted.
///
/// @param command which command it becomes
/// @param path where it is posted; its rehearsal is at the same path followed by `/preview`
/// @param request what the body holds
/// @param summary what it does, in one line
/// @param translation how a request becomes the command
public record CommandEndpoint<R extends Record>(
    Class<? extends PlanCommand> command,
    String path,
    Class<R> request,
    String summary,
    Translation<R> translation) {

  /// What follows the path of a command at the path of its rehearsal.
  public static final String PREVIEW = "/preview";

  /// The name of the command, as the catalogue of rules spells it.
  public String name() {
    return command.getSimpleName();
  }

  /// How a request becomes a command.
  @FunctionalInterface
  public interface Translation<R extends Record> {

    /// The command that a request stands for. What the request alone cannot tell, such as whether a
    /// currency is the region's, is checked here and goes to the flaws of the draft.
    PlanCommand translate(R request, Draft draft);
  }
}
