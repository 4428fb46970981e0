# The public pages: telling what happens, the code, coming back. Plain words, short sentences.

report-tab = Información
report-title = Cuéntenos qué está pasando
report-name = Su nombre no hace falta. Puede escribir poco o mucho. Es gratis.
report-danger = ¿Está en peligro ahora?
report-danger-call = Llame: { $number }
report-me = Necesito ayuda
report-me-help = Para mí
report-someone = Me preocupa alguien
report-someone-help = Alguien cercano, una niña, un compañero, una vecina
report-have-code = Ya tengo un código
report-have-code-help = Leer nuestra respuesta o escribir más

## Before you start

report-before = Antes de empezar
report-not-kept = No guardamos
report-not-kept-name = Su nombre, salvo que lo escriba
report-not-kept-address = Su dirección de internet
report-not-kept-cookies = Cookies
report-not-kept-time = La hora; solo el día
report-others-see = Otros pueden ver
report-others-history = Este teléfono u ordenador guarda la lista de páginas. Puede borrarla.
report-others-proxy = Un navegador que traduce o ahorra datos envía sus palabras a otra empresa. Desactive eso primero.
report-others-network = Su empleador o su escuela puede ver la dirección de este sitio en su red.
report-who-reads = Quién lo lee
report-who-reads-text = Sus palabras quedan bajo llave al enviarlas. Solo personas formadas de la unidad de ayuda pueden leerlas. El control migratorio no puede.
report-who-reads-law = Si hay una niña o un niño en peligro, avisamos a protección de la infancia. La ley lo exige. Con adultos, preguntamos primero, salvo que una vida esté en peligro.

## The form

report-step-write = Paso 1 de 2: su mensaje
report-step-code = Paso 2 de 2: guarde su código
report-what = ¿Qué está pasando?
report-ticks = Marque lo que corresponda
report-ticks-help = Puede marcar más de una.
report-tick-restraint = Alguien no puede salir
report-tick-papers-held = Alguien tiene los papeles
report-tick-not-paid = No se paga el trabajo
report-tick-hurt = Alguien está herido o tiene miedo
report-tick-child = Una niña o un niño necesita ayuda
report-tick-travel-soon = Pronto se los van a llevar
report-tick-journey-danger = Un barco, un camión cerrado o un desierto pone vidas en peligro
report-tick-other = Otra cosa
report-text = Cuente más, en cualquier idioma
report-text-help = Bastan unas palabras.
report-about = ¿Quién necesita ayuda?
report-about-adult = Una persona adulta
report-about-child = Una niña, un niño o adolescente
report-about-unknown = No lo sé
report-about-me-adult = Yo, y soy una persona adulta
report-about-me-child = Yo, y tengo menos de 18 años
report-refused = No quiero decirlo
report-danger-question = ¿Alguien está en peligro ahora?
report-yes = Sí
report-no = No
report-unknown = No lo sé
report-place = ¿Dónde?
report-if-you-want = (solo si quiere)
report-files = Fotos o papeles
report-files-limit = (hasta 5, de 8 MB como máximo)
report-files-help = Hacemos una copia sin detalles ocultos, como el lugar de la foto. El original queda bajo llave.
report-reach = ¿Cómo podemos contactarle sin riesgo?
report-reach-help = Puede dejar esto vacío. Nuestra respuesta le espera con su código.
report-contact = Teléfono, correo u otro medio
report-contact-when = ¿Cuándo es seguro?
report-languages = ¿Qué idiomas se hablan?
report-send = Enviar
report-go-back = Volver
report-send-help = Al enviar, sus palabras quedan bajo llave. Recibe un código. Con él puede leer nuestra respuesta.
report-errors = Algo que cambiar
report-errors-kept = Todo lo demás sigue aquí. Elija de nuevo sus archivos.
report-limit-kept = Era demasiado a la vez. Envíe hasta 5 archivos, de 8 MB como máximo.

## The code

report-code-tab = Su código
report-have-it = Tenemos su mensaje
report-code-text = Este es su código. Anótelo o memorice las seis palabras. No podemos recuperarlo.
report-code-or = o estas seis palabras
report-code-use = Con este código puede volver, leer nuestra respuesta y escribir más.
report-code-print = La impresión da una pequeña tarjeta solo con el código.
report-code-done = Ya lo tengo
report-now = Qué pasa ahora
report-now-read-danger = Una persona formada lee su mensaje primero, hoy.
report-now-read-today = Una persona formada lee su mensaje hoy.
report-now-read-week = Una persona formada lee su mensaje en 5 días.
report-now-answer = Nuestra respuesta estará aquí. Vuelva con su código.
report-now-contact = Solo le llamamos o vamos a verle si lo pide. O si una vida está en peligro.
report-now-child = Nos habló de una niña o un niño. La ley nos obliga a avisar hoy a la protección de la infancia.

## Coming back

report-return-title = Leer nuestra respuesta
report-return-code = Su código: las cifras o las seis palabras
report-return-code-help = Los espacios y las mayúsculas no cuentan.
report-return-button = Leer
report-answers-title = Nuestras respuestas
report-answers-none = No hay nada nuevo para este código.
report-answers-none-help = Decimos lo mismo cuando un código no existe. Revise su código o vuelva más tarde.
report-answer-day = Nuestra respuesta, { $day }
report-answers-kept = Nuestra respuesta queda aquí hasta que la guarde. Lo que usted escribió nunca se muestra.
report-answers-away = Ya la leí; guardarla
report-again-title = Escribir más
report-again-text = Su mensaje
report-again-done = Si el código es correcto, su mensaje nos ha llegado.
report-again-done-help = Vuelva con el mismo código para leer nuestra respuesta.
report-wait-title = Muchas personas están escribiendo
report-wait-text = Todavía no pudimos recibir su mensaje. No se guardó nada. Envíelo de nuevo en un minuto; sus palabras siguen abajo.
report-broken-title = Ahora no podemos guardarlo
report-broken-text = Sus palabras siguen en esta página. Cópielas, o envíe de nuevo dentro de unos minutos. ¿Alguien está en peligro? Llame.
report-wait-return = Muchas personas están preguntando ahora. Intente de nuevo en un minuto.

## Hiding the visit

report-hide-title = Cómo ocultar su visita
report-hide-exit = Salir rápido abre otra página al momento. Su navegador puede recordar esta.
report-hide-private = La próxima vez, abra una ventana privada antes de venir aquí.
report-hide-history = Abra la lista de páginas visitadas y borre esta. Borrar todo puede notarse.
report-hide-device = Si alguien revisa su teléfono, use otro de confianza.
report-hide-cannot = No podemos ocultar su visita a la red que usa, ni a un programa espía.

## Before the country has opened it

report-closed-title = Esta página aún no recibe mensajes
report-closed-text = Aquí todavía nadie puede leer un mensaje. Vuelva más tarde.
report-closed-others = Cerca de usted puede haber personas que ayuden ya. Hable con alguien de confianza.
