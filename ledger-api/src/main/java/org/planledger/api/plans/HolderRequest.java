package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.TreeMap;
import org.planledger.api.answer.AnswerJson;
import org.planledger.api.json.Lines;

/// Who holds the plan. Nothing of it enters the history: the account becomes a keyed hash, the rest
/// a salted commitment.
record HolderRequest(
    @Schema(description = "The account with which service can be asked for.") @Size(max = 128)
        String accountId,
    @Size(max = 200) Optional<String> name,
    @Size(max = 254) @Pattern(regexp = "[^@\\s]+@[^@\\s]+", message = "an e-mail address")
        Optional<String> email,
    @Size(max = 40) Optional<String> phone,
    @Size(max = 500) @Lines Optional<String> address) {

  /// The personal data as one private value; none if there is none.
  Optional<String> personalData() {
    var data = new TreeMap<String, String>();
    name.ifPresent(value -> data.put("name", value));
    email.ifPresent(value -> data.put("email", value));
    phone.ifPresent(value -> data.put("phone", value));
    address.ifPresent(value -> data.put("address", value));
    return data.isEmpty()
        ? Optional.empty()
        : Optional.of(AnswerJson.MAPPER.writeValueAsString(data));
  }
}
