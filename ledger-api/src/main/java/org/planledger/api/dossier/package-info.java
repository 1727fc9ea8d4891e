/// The dossier of one plan: its whole history with its reasons, for a person to read and to file.
@NullMarked
package org.planledger.api.dossier;

import org.jspecify.annotations.NullMarked;
