package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.AnswerJson;
import org.planledger.core.plan.PlanEvent.PlanPurchased;
import org.planledger.core.store.PrivateValues;
import tools.jackson.core.type.TypeReference;

/// Who holds a plan, as far as a reader may see it.
@Schema(name = "Holder")
public record HolderAnswer(
    @Schema(description = "Stands for the account; tells nothing about it.") String accountRef,
    PersonalData personalData,
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String address) {

  private static final String HIDDEN = "***";

  /// Whether personal data is on file.
  public enum PersonalData {
    /// None was given.
    NONE,
    /// It is on file and shown masked.
    MASKED,
    /// It was given and has been erased since.
    ERASED
  }

  /// As much as may be seen.
  public static HolderAnswer of(PlanPurchased sold, PrivateValues values) {
    var account = sold.account().value();
    if (sold.holder().isEmpty()) {
      return without(account, PersonalData.NONE);
    }
    return sold.holder()
        .flatMap(commitment -> values.read(commitment.reference().toString()))
        .map(row -> masked(account, row.value().toUtf8()))
        .orElseGet(() -> without(account, PersonalData.ERASED));
  }

  private static HolderAnswer without(String account, PersonalData personalData) {
    return new HolderAnswer(account, personalData, null, null, null, null);
  }

  private static HolderAnswer masked(String account, String json) {
    var data = AnswerJson.MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
    return new HolderAnswer(
        account,
        PersonalData.MASKED,
        shown(data, "name").map(HolderAnswer::words).orElse(null),
        shown(data, "email").map(HolderAnswer::email).orElse(null),
        shown(data, "phone").map(HolderAnswer::end).orElse(null),
        shown(data, "address").map(_ -> HIDDEN).orElse(null));
  }

  private static Optional<String> shown(Map<String, String> data, String field) {
    return Optional.ofNullable(data.get(field));
  }

  /// The first letter of each word.
  private static String words(String text) {
    return Arrays.stream(text.strip().split("\\s+", -1))
        .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + HIDDEN)
        .collect(Collectors.joining(" "));
  }

  private static String email(String text) {
    return text.substring(0, text.offsetByCodePoints(0, 1))
        + HIDDEN
        + text.substring(text.indexOf('@'));
  }

  /// The last two characters.
  private static String end(String text) {
    int from = Math.max(0, text.length() - 2);
    return text.length() < 6 ? HIDDEN : HIDDEN + text.substring(from);
  }
}
