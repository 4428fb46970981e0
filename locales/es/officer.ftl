# Officers: signing in, set-up, opening an identity.

refusal-sign-in-wait = Demasiados intentos fallidos. Espere estos segundos: { $seconds }
officer-sign-in-wrong = El nombre, la frase secreta o el código no es correcto. Revise los tres.
officer-note-too-long = Este texto es demasiado largo. Use como máximo 2000 caracteres.
officer-reason-missing = Elija un motivo. Queda en el registro.
officer-set-up-code-wrong = Este no es el código del terminal. Cópielo de nuevo.
officer-ground-source = Indique la ley y su artículo.
officer-ground-retention = Elija el plazo de conservación.
officer-set-up-incomplete = Falta una base legal o un plazo de conservación. Anótelos todos y después firme.
officer-last-of-desk = Esta es la última llave de la unidad. Añada antes a otra persona.
officer-role-desk = Esta función no corresponde a este tipo de unidad. Elija otra.
officer-field-missing = Escriba algo aquí.
officer-field-too-long = Es demasiado largo, o tiene un carácter que no se ve.
officer-passphrase-length = Use una frase secreta más larga. Caracteres como mínimo: { $least }
officer-field-taken = Este nombre ya está en uso. Elija otro.
