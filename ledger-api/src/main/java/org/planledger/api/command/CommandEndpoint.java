package org.planledger.api.command;

import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.core.plan.PlanCommand;

/// One command as it can be posted.
///
/// @param command which command it becomes
/// @param path where it is posted; its rehearsal is at the same path followed by `/preview`
/// @param request what the body holds
/// @param summary what it does, in one line
/// @param translation how a request becomes the command
/// @param guarded whether whoever sends it has to say by `If-Match` which state of the plan it
/// corrects
public record CommandEndpoint<R extends Record>(
    Class<? extends PlanCommand> command,
    String path,
    Class<R> request,
    String summary,
    Translation<R> translation,
    boolean guarded) {

  /// A command that may be sent without looking at the plan first.
  public CommandEndpoint(
      Class<? extends PlanCommand> command,
      String path,
      Class<R> request,
      String summary,
      Translation<R> translation) {
    this(command, path, request, summary, translation, false);
  }

  /// What follows the path of a command at the path of its rehearsal.
  public static final String PREVIEW = "/preview";

  /// The same command, for which `If-Match` has to be sent.
  public CommandEndpoint<R> onlyIfMatched() {
    return new CommandEndpoint<>(command, path, request, summary, translation, true);
  }

  /// Ends a request that does not say which state of the plan it is about, where it has to. `*`
  /// says that there is a plan and nothing about its state.
  void guard(Precondition precondition) {
    if (!guarded) {
      return;
    }
    switch (precondition) {
      case Precondition.AtSequence _, Precondition.Never _ -> {}
      case Precondition.None _, Precondition.Exists _ ->
          throw ProblemException.of(ProblemType.PRECONDITION_REQUIRED);
    }
  }

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
