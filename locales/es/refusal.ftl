# Why something was not done.
refusal-not-found = Esta página no existe, o no está abierta a su unidad.
refusal-not-allowed = Su unidad no puede hacer esto aquí.
refusal-not-signed-in = La sesión ha terminado. Entre de nuevo.
refusal-changed = Alguien cambió esto entretanto. Mírelo de nuevo y repita su paso.
refusal-fault = Hubo un fallo de nuestra parte. No se guardó nada. Intente de nuevo.
refusal-bad-input = Algunas respuestas no se pueden aceptar. Están marcadas abajo.
refusal-busy = Muchas personas escriben en este momento. Espere un minuto y envíe de nuevo. No se pierde nada en esta página.
refusal-read-only = El sistema puede leer pero no guardar en este momento. Su texto no está guardado. Consérvelo e intente más tarde.
refusal-desk-locked = Las llaves de su unidad no están abiertas. Un miembro le da la llave en la página «Mi unidad»; después entre de nuevo.
refusal-no-legal-basis = Todavía no hay base legal ni plazo de conservación firmados. Antes no se puede guardar nada de una persona real.
refusal-no-legal-basis-desk = Todavía no hay base legal firmada para esta unidad. No se guardó nada.
refusal-already-sent = Lo que escribió ya está aquí, una sola vez. Su código se mostró antes y no se muestra de nuevo. Sin el código, escriba otra vez desde la primera página.
