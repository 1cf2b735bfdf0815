//! Spanish.

use crate::demo::beat::Beat::{Agent, AgentSends, Customer, CustomerSends, OwnNote};
use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::people::Team;
use crate::demo::tables::{Dialogue, Language};

pub(super) const SPANISH: Language = Language {
    code: "es",
    hellos: &["Hola,", "Hola, buenas.", "Buenos días,", "¡Hola!", "Buenas tardes,"],
    thanks: &[
        "¡Muchas gracias!",
        "Mil gracias 🙌",
        "Genial, gracias.",
        "¡Qué rápido, gracias!",
        "Perfecto, muchas gracias.",
    ],
    byes: &[
        "¡A ti! Que tengas buen día.",
        "Un placer. Cualquier cosa, aquí estamos.",
        "¡De nada! Saludos desde Bergen.",
    ],
    dialogues: &[
        Dialogue {
            title: "¿Dónde está mi pedido {order}?",
            team: Team::Orders,
            tag: "shipping",
            beats: &[
                Customer("{hello} hice un pedido el {date} ({order}) y todavía no ha llegado."),
                Agent(
                    "Hola, {name}. Lo miro ahora mismo. ¿La dirección sigue siendo la de {city}?",
                ),
                Customer("Sí, la misma."),
                OwnNote("El paquete salió con retraso del almacén, avisado {carrier}."),
                Agent(
                    "Está en reparto y debería llegar el **{date2}**. Este es el número de seguimiento: `{track}`.",
                ),
                Customer("¿Y si no estoy en casa?"),
                Agent(
                    "Lo intentan otra vez al día siguiente, o lo dejan en el punto de recogida más cercano.",
                ),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "Cambio de talla",
            team: Team::Orders,
            tag: "return",
            beats: &[
                Customer(
                    "{hello} la chaqueta Brisling me queda pequeña, ¿puedo cambiarla por una {size2}?",
                ),
                Agent("¡Claro que sí! ¿Conserva la etiqueta?"),
                Customer("Sí, solo me la probé en casa"),
                Agent(
                    "Perfecto, {name}. Es así de fácil:\n\n1. Imprime la etiqueta que te acabo de mandar\n2. Deja el paquete en cualquier oficina\n3. La **{size2}** sale en cuanto lo escaneen",
                ),
                Customer("¿Me cuesta algo?"),
                Agent("Nada, los cambios son gratis."),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "Producto dañado",
            team: Team::Orders,
            tag: "damaged",
            beats: &[
                Customer("{hello} el paquete llegó abierto y una taza está rota 😢"),
                CustomerSends(&[Piece::File(&media::MUG, "así llegó")]),
                Agent(
                    "¡Qué pena! Lo siento mucho. Te mando otra hoy mismo, no hace falta que devuelvas la rota.",
                ),
                Customer("¿De verdad? ¡Qué bien!"),
                Agent("De verdad. Llegará el **{date2}**, y esta vez con más papel 😉"),
                Customer("{thanks}"),
            ],
        },
        Dialogue {
            title: "Me han cobrado dos veces",
            team: Team::Support,
            tag: "billing",
            beats: &[
                Customer("{hello} me aparecen dos cargos de {price} por el mismo pedido."),
                Agent("Hola, {name}. Tranquilidad, lo reviso. ¿Pagaste con tarjeta?"),
                Customer("Sí, con tarjeta de débito."),
                OwnNote("Una autorización y un cobro. La primera caduca sola."),
                Agent(
                    "Uno es el pago y el otro una *reserva* que desaparece sola en 3 a 5 días. Solo has pagado **una vez**.",
                ),
                Customer("Vale, entonces espero. Y si no desaparece?"),
                Agent("Me escribes aquí y hablo yo con el banco. La referencia es `{track}`."),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "Consulta sobre el hornillo Ember",
            team: Team::Support,
            tag: "product question",
            beats: &[
                Customer("{hello} ¿el hornillo Ember funciona con cartuchos de cualquier marca?"),
                Agent("Sí, con todos los de rosca. Con los de clip necesitas un adaptador."),
                Customer("¿Y se puede llevar en avión?"),
                Agent(
                    "El hornillo sí, limpio y sin gas. Los cartuchos no, ni en cabina ni facturados.",
                ),
                Customer("Entendido. ¿Cuánto pesa?"),
                Agent("**74 gramos**, con la bolsita 81."),
                Customer("Ligerísimo. {thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "Factura a nombre de la empresa",
            team: Team::Support,
            tag: "billing",
            beats: &[
                Customer(
                    "{hello} necesito la factura del pedido {order} con los datos de mi empresa.",
                ),
                Agent("Por supuesto. ¿Me pasas el nombre, la dirección y el NIF?"),
                Customer("{fullname} S. L., {city}, NIF B99999999"),
                AgentSends(&[
                    Piece::Text("Aquí la tienes, ya corregida."),
                    Piece::File(&media::INVOICE, ""),
                ]),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
    ],
};
