# Officers: signing in, set-up, opening an identity.

refusal-sign-in-wait = Demasiadas tentativas erradas. Espere este número de segundos: { $seconds }
officer-sign-in-wrong = O nome, a frase secreta ou o código não está certo. Verifique os três.
officer-note-too-long = Este texto é longo demais. Use no máximo 2000 caracteres.
officer-reason-missing = Escolha um motivo. Fica no registo.
officer-set-up-code-wrong = Este não é o código do terminal. Copie-o de novo.
officer-ground-source = Indique a lei e o seu artigo.
officer-ground-retention = Escolha o prazo de conservação.
officer-set-up-incomplete = Falta uma base legal ou um prazo de conservação. Registe todos e depois assine.
officer-last-of-desk = Esta é a última chave da unidade. Junte primeiro outra pessoa.
officer-role-desk = Esta função não pertence a este tipo de unidade. Escolha outra.
officer-field-missing = Escreva algo aqui.
officer-field-too-long = É longo demais, ou tem um carácter que não se vê.
officer-passphrase-length = Use uma frase secreta mais longa. Caracteres no mínimo: { $least }
officer-field-taken = Este nome já está a ser usado. Escolha outro.
